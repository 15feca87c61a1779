"""A measure without fonts: hanzi are as wide as high, all else a little over half of that."""

from viewer.chart.layout import Face


def simple(text: str, face: Face) -> float:
    return sum(face.size if ord(letter) > 0x2000 else face.size * 0.58 for letter in text)
