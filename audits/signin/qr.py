"""A QR code as the path of an SVG: drawn by the page's own template, without a line of style."""

from dataclasses import dataclass

import qrcode

_QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class Drawing:
    side: int
    path: str


def drawing(text: str) -> Drawing:
    code = qrcode.QRCode(border=_QUIET_ZONE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Drawing(side=len(rows), path="".join(dark))
