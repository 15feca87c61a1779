"""A small data file by hand, with a comment wherever one can stand."""

FILE = """\
briefing: 1   # 版本
title: "港口简报"  # 题
# 来源在下
source:
  publication: 港口日报
sections:
  # 第一节
  - id: cargo
    title: 货运
    passage: |  # 原文
      一月货物吞吐量320万吨，比上年同期增长4.5%。其中外贸货物80万吨。

      二月新开航线6条，比上年同期增长9.1%。第3页
    notes: 先说总量   # 提词
    lead: total
    metrics:
      # 总量已核
      - id: total
        label: 货物吞吐量
        value: 320万
        unit: 吨
        cite: 货物吞吐量320万吨   # 引文
      - id: foreign
        label: '外贸货物'
        value: 80万
        unit: 吨
        of: total
        review: |
          单位存疑
        cite: 外贸货物80万吨
      - {id: growth, label: 吞吐量增速, value: 4.5, unit: "%", versus: 上年,
         cite: 增长4.5%, review: 存疑}
      # 第二段
      - id: routes
        label: 新开航线
        value: 6
        unit: 条
        cite: 新开航线6条   # 航线
      - id: page
        label: 页码
        value: 3
        unit: 页
        cite: 第3页
    charts:
      - title: 货量   # 图一
        metrics: [total, foreign]
      - title: 其他
        metrics:
          - routes   # 先
          - page
    relations:
      - {kind: part, whole: total, part: foreign}
  - id: staff
    title: 人员
    passage: 港口共有职工1200人。
    metrics:
      - {id: staff, label: 职工, value: 1200, unit: 人, cite: 职工1200人}
# 完
"""
