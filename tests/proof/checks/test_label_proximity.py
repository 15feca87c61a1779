import pytest

from viewer.proof.checks.label_proximity import occurs_near


@pytest.mark.parametrize(
    ("label", "around"),
    [
        ("新增警力", "全省共充实派出所警力1793名"),
        ("粮食总产量", "全年粮食产量达1000万吨"),
        ("粮食产量", "粮食收成很好"),
        ("DNA 提取率", "dna 和指纹提取率"),
        ("New vehicles", "registrations of new vehicle models"),
        ("市", "全市16个"),
        ("Studies", "what every student reads"),
        ("水稻", "水 稻\t79.4\t17.0"),
        ("grain harvest", "全年粮食产量"),
        ("粮食产量", "the grain harvest of the year"),
        ("", "什么都行"),
        ("—", "什么都行"),
    ],
)
def test_labels_near_their_figure(label: str, around: str) -> None:
    assert occurs_near(label, around)


@pytest.mark.parametrize(
    ("label", "around"),
    [
        ("粮食产量", "全省共充实派出所警力1793名"),
        ("harvest", "the number of new vehicles"),
        ("市", "一县之内"),
        ("harvest", "新车 new vehicles 共5辆"),
    ],
)
def test_labels_that_are_strangers(label: str, around: str) -> None:
    assert not occurs_near(label, around)
