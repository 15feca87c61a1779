"""A PDF behind a password, made by hand: the oldest encryption that readers know (RC4, 40 bits)."""

from __future__ import annotations

import hashlib
from itertools import cycle, islice

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ALLOWED, _ID = -4, b"0123456789abcdef"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i, k in enumerate(islice(cycle(key), 256)):
        j = (j + state[i] + k) % 256
        state[i], state[j] = state[j], state[i]
    done, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        done.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(done)


def locked_pdf(text: str, password: str) -> bytes:
    """A page that says `text` (ASCII), which `password` opens."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    allowed = _ALLOWED.to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + allowed + _ID).digest()[:5]
    own = hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]
    stream = _rc4(own, b"BT /F1 12 Tf 50 150 Td (" + text.encode() + b") Tj ET")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Filter/Standard/V 1/R 2/P %d/O<%s>/U<%s>>>"
        % (_ALLOWED, owner.hex().encode(), _rc4(key, _PAD).hex().encode()),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, said in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    name = _ID.hex().encode()
    return (
        data
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R/Encrypt 5 0 R" % table
        + b"/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n" % (name, name, len(data))
    )
