"""Pictures of dots: from the colours of the screen to inks.

With black alone a picture becomes a grey one, by the luma of ITU-R BT.601.  In four inks it goes
through the profile of the printing condition, perceptually; where that can't say how, the picture
is left as it is, and the preflight names it.  Pictures that are grey already stay.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any, Final

import pikepdf
from PIL import Image, ImageCms

from octavo.model import Press
from octavo.pdf.press.statement import profile

_GREY: Final = ("/DeviceGray", "/DeviceCMYK")


def press(picture: Any, press: Press) -> None:  # noqa: ANN401 - a stream of pikepdf's
    """Turn a picture into inks, in its place."""
    if "/Interpolate" in picture:
        del picture["/Interpolate"]
    if picture.get("/ImageMask", False) or picture.get("/ColorSpace") in _GREY:
        return
    screen = pikepdf.PdfImage(picture).as_pil_image().convert("RGB")
    inked = screen.convert("L") if press.inks == "black" else _separated(screen, profile(press))
    if inked is None:
        return
    data = zlib.compress(inked.tobytes(), 9)
    picture.write(data, filter=pikepdf.Name.FlateDecode)
    grey = inked.mode == "L"
    picture.ColorSpace = pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceCMYK
    picture.BitsPerComponent = 8
    for name in ("/Decode", "/DecodeParms"):
        if name in picture:
            del picture[name]


def _separated(picture: Image.Image, icc: bytes) -> Image.Image | None:
    """Return a picture in four inks, None where no profile says how."""
    try:
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(BytesIO(icc)),
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.PERCEPTUAL,
        )
    except ImageCms.PyCMSError:
        return None
    return ImageCms.applyTransform(picture, transform)
