import pytest

from viewer.quantities import labelled, scan


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text, "zh-CN"), "zh-CN") if one.is_metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "4月、5月分别完成投资28.7亿元、35.2亿元。",
            ["4月投资", "5月投资"],
        ),
        (
            "游客共412万人次；7月及8月分别录得148万人次及156万人次。",
            ["游客", "7月游客", "8月游客"],
        ),
        (
            "4月及5月的货柜吞吐量分别为112万个标准箱及118万个标准箱。",
            ["4月货柜吞吐量", "5月货柜吞吐量"],
        ),
    ],
)
def test_months_of_a_list_take_what_was_measured_in_them(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "民营企业、国有企业分别进出口26亿元和4亿元，各占63%和10%。",
            ["民营企业进出口", "国有企业进出口", "民营企业进出口占比", "国有企业进出口占比"],
        ),
        (
            "购物、住宿及餐饮分别占总消费的38.6%、27.4%及22.5%。",
            ["购物占总消费", "住宿占总消费", "餐饮占总消费"],
        ),
        (
            "来自内地、台湾及越南的货物分别占38%、9%及7%。",
            ["内地货物占比", "台湾货物占比", "越南货物占比"],
        ),
        (
            "对东盟、欧盟分别进出口70亿元和57亿元。",
            ["对东盟进出口", "对欧盟进出口"],
        ),
        (
            "甲类、乙类及丙类物价指数在二零二四年十月份的按年升幅分别为2.9%、3.2%及3.5%。",
            ["甲类物价指数按年升幅", "乙类物价指数按年升幅", "丙类物价指数按年升幅"],
        ),
        (
            "教育、卫生健康、社会保障和就业支出分别为16亿元、7亿元和12亿元。",
            ["教育支出", "卫生健康支出", "社会保障和就业支出"],
        ),
    ],
)
def test_members_of_a_list_share_what_stands_behind_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
