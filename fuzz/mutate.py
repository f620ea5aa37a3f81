"""How is a file made that is nearly right?"""

from __future__ import annotations

import random
from collections.abc import Sequence

LONGEST_BYTES = 200_000

TOKENS = [
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b'"', b'""', b"'", b",", b";"),
    *(b"\t", b"|", b"=1+1", b"@SUM(1)", b"-", b"+", b"%", b"...", b"\xe2\x80\xa6", b"nan", b"inf"),
    *(b"1e999", b"-0", b"9" * 30, b"9" * 5000, b"0.1", b"1,5", b"1 000", b"\xc2\xa0", b"\x1b[31m"),
    *("\u200f\u202e\ufeff\u2028\u0301".encode(), "\ud7ff\U0010ffff".encode(), b"\xed\xa0\x80"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<a>", b"</a>", b"<![CDATA[", b"]]>", b"<!--"),
    *(b"{", b"}", b"[", b"]", b"null", b"true", b": ", b"- ", b"&a", b"*a", b"<<: ", b"!!python/x"),
    *(b"|\n", b">\n", b"? ", b"# ", b"---\n", b"%YAML 9.9\n", b"PK\x03\x04", b"PAR1", b"../../x"),
    *(
        b"2024",
        b"2024-13",
        b"2024-Q5",
        b"0000-01-01",
        b"9999-12-31",
        b"2024-01/2023-12",
        b"@",
        b":",
    ),
    *(b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\xff\xff\xff\xff", b"A" * 40_000, b"," * 3000),
]


def mutated(chance: random.Random, corpus: Sequence[bytes]) -> bytes:
    """A seed after some mishaps."""
    content = bytearray(chance.choice(corpus))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 12))):
        _mishap(chance, content, corpus)
    return bytes(content[:LONGEST_BYTES])


def _mishap(chance: random.Random, content: bytearray, corpus: Sequence[bytes]) -> None:
    at = chance.randrange(len(content) + 1)
    end = min(len(content), at + chance.choice((1, 2, 4, 16, 64, 500)))
    match chance.randrange(10):
        case 0 if content:
            content[min(at, len(content) - 1)] = chance.randrange(256)
        case 1 if content:
            content[min(at, len(content) - 1)] ^= 1 << chance.randrange(8)
        case 2:
            content[at:at] = chance.choice(TOKENS)
        case 3:
            content[at:end] = chance.choice(TOKENS)
        case 4:
            del content[at:end]
        case 5:
            content[at:at] = content[at:end] * chance.choice((1, 2, 30))
        case 6:
            other = chance.choice(corpus)
            start = chance.randrange(len(other) + 1)
            content[at:end] = other[start : start + chance.choice((4, 40, 400))]
        case 7:
            del content[at:]
        case 8:
            _exchange_lines(chance, content)
        case _:
            _other_number(chance, content, at)


def _exchange_lines(chance: random.Random, content: bytearray) -> None:
    lines = bytes(content).splitlines(keepends=True)
    if len(lines) > 1:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        content[:] = b"".join(lines)


def _other_number(chance: random.Random, content: bytearray, at: int) -> None:
    digits = [
        place for place in range(at, min(len(content), at + 200)) if 48 <= content[place] < 58
    ]
    if digits:
        number = chance.choice((b"0", b"-1", b"4294967296", b"1e308", b"99999999999999999999"))
        content[digits[0] : digits[0] + 1] = number
