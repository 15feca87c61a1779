"""Aims beside their results: completions in lists, aims that other figures part from a result."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "each of two results has its own completion, and neither that of an aim told before",
        "治理河道2.14公里，为年度任务2公里的107%；清淤、护岸分别完成1.83公里和1.27公里，"
        "分别完成任务的112%和105.8%。",
        {
            ("target", "2公里", "2.14公里", "107%"): True,
            ("target", "1.83公里", "112%"): None,
            ("target", "1.27公里", "105.8%"): None,
        },
    ),
    (
        "an aim behind the change of its result",
        "臭氧浓度为128微克/立方米，比上年的132微克/立方米下降3.0%，"
        "好于国家下达的135微克/立方米考核目标。",
        {
            ("change", "128微克/立方米", "132微克/立方米", "3.0%"): True,
            ("target", "135微克/立方米", "128微克/立方米"): None,
        },
    ),
    (
        "what is asked for",
        "粉尘浓度为27毫克/立方米，优于不高于30毫克/立方米的考核要求。",
        {("target", "30毫克/立方米", "27毫克/立方米"): None},
    ),
    (
        "the rate of what was begun is how far the plan was met",
        "全年计划开工项目180个，实际开工174个，开工率96.7%。",
        {("target", "180个", "174个", "96.7%"): True},
    ),
    (
        "an aim by which the sentence opens",
        "Against a budget of $14.0 million, spending was $13.2 million.",
        {("target", "$14.0 million", "$13.2 million"): None},
    ),
    (
        "what must be, and what was achieved",
        "Emissions must fall 50% by 2030; so far a cut of 31% has been achieved.",
        {("target", "50%", "31%"): None},
    ),
    (
        "the limit of the one who reports",
        "Absences ran at 3.1%; the board's limit is 4.0%.",
        {("target", "4.0%", "3.1%"): None},
    ),
    (
        "a time that something takes beside its aim",
        "Response times averaged 7.8 minutes, better than the target of 8.0 minutes.",
        {("target", "8.0 minutes", "7.8 minutes"): None},
    ),
    (
        "what one wanted and got",
        "The council wanted 75% of waste recycled and got 71%.",
        {("target", "75%", "71%"): None},
    ),
    (
        "what it is meant to become",
        "Membership stands at 8,450 and is meant to reach 10,000 by 2027.",
        {("target", "10,000", "8,450"): None},
    ),
    (
        "a ceiling that one set, and what came of it",
        "The board had set a ceiling of 45 complaints; in the event there were 38.",
        {("target", "45 complaints", "38"): None},
    ),
    (
        "how far an aim was passed, with one number wrong",
        "参保率97.2%，比95%的年度目标高3.2个百分点。",
        {
            ("change", "97.2%", "95%", "3.2个百分点"): False,
            ("target", "95%", "97.2%"): None,
        },
    ),
    (
        "how far it is to an aim",
        "覆盖率达31.4%，距离规划提出的33%还差1.6个百分点。",
        {
            ("change", "31.4%", "33%", "1.6个百分点"): True,
            ("target", "33%", "31.4%"): None,
        },
    ),
    ("tasks that were done are no aim", "安排重点工作30项，完成28项任务。", {}),
    (
        "what an aim was passed by is no aim",
        "全年招商到位资金48.6亿元，超年度目标3.6亿元，完成率108%。",
        {("target", "48.6亿元", "108%"): None},
    ),
    (
        "what was to be done",
        "当年应建高标准农田12万亩，已建成12.4万亩；应改造灌区5处，已改造4处。",
        {("target", "12万亩", "12.4万亩"): None, ("target", "5处", "4处"): None},
    ),
    (
        "what is asked for and more",
        "财政支出执行率96.8%，达到95%以上的考核要求。",
        {("target", "95%", "96.8%"): None},
    ),
    (
        "an aim, its result and how far it was passed",
        "空气质量优良率目标为85%，实际为87.4%，高2.4个百分点。",
        {
            ("target", "85%", "87.4%"): None,
            ("change", "87.4%", "85%", "2.4个百分点"): True,
        },
    ),
    (
        "a standard of one's own",
        "Average waiting time came down to 14 weeks, still above our own standard of 12 weeks.",
        {("target", "12 weeks", "14 weeks"): None},
    ),
    (
        "an aim in a sentence of its own",
        "Lost working days fell to 3.9 per employee. The target is 3.5.",
        {("target", "3.5", "3.9"): None},
    ),
]


@each_of(CASES)
def test_an_aim_is_found_with_what_was_reached(text: str, expected: Found) -> None:
    assert found_in(text) == expected
