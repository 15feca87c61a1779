import pytest

from viewer.figures import labelled, scan


def labels(text: str, language: str = "zh-CN") -> list[str]:
    return [q.label for q in labelled(text, scan(text, language), language) if q.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省共充实派出所警力1793 名", ["充实派出所警力"]),
        ("省公安厅先后出台39 份指导文件,64项攻坚任务", ["出台指导文件", "攻坚任务"]),
        ("同比增长5.2%", [""]),
        (
            "实现营业收入12亿元,同比增长15%;毛利率为32.5%",
            ["营业收入", "营业收入", "毛利率"],
        ),
        ("商品房待售面积继续下降,由5.89亿平方米下降至5.26亿平方米", ["商品房待售面积"] * 2),
        ("城市的占比（包括甲,乙）为 5%", ["城市的占比"]),
    ],
)
def test_a_label_is_the_noun_phrase_of_the_clause(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_each_number_of_a_list_gets_its_own_subject() -> None:
    assert labels("粮食、棉花、油料产量分别为68285万吨、573万吨和3613万吨") == [
        "粮食产量",
        "棉花产量",
        "油料产量",
    ]
    assert labels("社会化申报率、单位注册率、信息反馈率分别达83% 、92%、100%") == [
        "社会化申报率",
        "单位注册率",
        "信息反馈率",
    ]


def test_english_labels_are_the_subject_of_the_verb() -> None:
    text = "Public debt charges increased 35.7% this year. New sales surged 5.8% in May."
    assert labels(text, "en") == ["Public debt charges", "New sales"]


def test_labels_change_nothing_else() -> None:
    found = scan("占三分之一以上,数千家,2020年增长5%")
    assert [
        (q.span, q.value, q.kind) for q in labelled("占三分之一以上,数千家,2020年增长5%", found)
    ] == [(q.span, q.value, q.kind) for q in found]
