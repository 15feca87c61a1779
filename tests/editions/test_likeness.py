from viewer.editions.likeness import Contrast, Weights, contrast, extras


def test_rare_words_weigh_more_than_those_of_every_label() -> None:
    weights = Weights.of(["渔船收入", "渔网收入", "渔具收入", "码头租金"])
    assert weights.likeness("渔船收入", "渔船收入") == 1
    assert weights.likeness("码头租金", "码头") > weights.likeness("渔船收入", "渔网收入")
    assert weights.likeness("", "渔船") == 0


def test_labels_contrast_by_the_words_that_each_has_alone() -> None:
    assert contrast("全市渔船收入", "渔船收入") is Contrast.NONE
    assert contrast("第三次会议应到委员", "第四次会议应到委员") is Contrast.NONE
    assert contrast("第一产业增加值", "第二产业增加值") is Contrast.BOTH
    assert contrast("牧区居民收入", "居民收入") is Contrast.ONE_SIDED
    assert contrast("牧区居民收入", "林区居民收入") is Contrast.BOTH
    assert contrast("rate for women", "rate for men") is Contrast.BOTH
    assert contrast("Wages", "The total wages") is Contrast.NONE


def test_a_share_of_a_measure_is_not_the_measure() -> None:
    assert contrast("渔船收入占总收入", "渔船收入") is Contrast.BOTH
    assert contrast("share of exports", "exports") is Contrast.BOTH


def test_extras_are_whole_words() -> None:
    assert extras("牧区居民收入", "居民收入") == (("牧区",), ())
    assert extras("cargo by rail", "cargo by road") == (("rail",), ("road",))
