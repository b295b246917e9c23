#!/usr/bin/python3
"""Makes the small fonts that tests/font_formats.cpp reads, kinds that no free face here is of: writes NAME.base64 beside this file.

Needs fontTools (Debian: python3-fonttools). What it writes is committed; run it to change the fonts. Every font has squares of different sizes
for 年, 月 and 日, standing at (100, 0), in boxes of 1000.
"""
import base64
import io
import os

from fontTools import cffLib
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

SIZES = {"年": 600, "月": 400, "日": 200}


def draw(pen, size):
    pen.moveTo((100, 0))
    for x, y in ((100 + size, 0), (100 + size, size), (100, size)):
        pen.lineTo((x, y))
    pen.closePath()


def charstring(size):
    pen = T2CharStringPen(1000, None)
    if size:
        draw(pen, size)
    return pen.getCharString()


def builder(names, is_ttf, family):
    """names: of .notdef and the three glyphs, in the order of SIZES."""
    font = FontBuilder(1000, isTTF=is_ttf)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(c): name for c, name in zip(SIZES, names[1:])})
    font.setupHorizontalMetrics({name: (1000, 100) for name in names})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family + "-Regular"}, mac=False)
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    font.setupPost(keepGlyphNames=False)
    return font


def cid_keyed():
    """CIDs that follow no order, of two font dictionaries."""
    names = [".notdef", "cid05000", "cid00007", "cid65000"]
    font = builder(names, False, "SmallCID")
    sizes = dict(zip(names, [0, *SIZES.values()]))
    font.setupCFF("SmallCID-Regular", {}, {name: charstring(size) for name, size in sizes.items()}, {"defaultWidthX": 1000, "nominalWidthX": 0})
    cff = font.font["CFF "].cff
    top = cff.topDictIndex[0]
    private = top.Private
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 65001
    top.charset = names
    top.FDArray = cffLib.FDArrayIndex()
    for _ in range(2):
        part = cffLib.FontDict()
        part.setCFF2(False)
        part.Private = private
        top.FDArray.append(part)
    top.FDSelect = cffLib.FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0, 1, 0, 1]
    top.CharStrings.fdArray = top.FDArray
    top.CharStrings.fdSelect = top.FDSelect
    del top.Private
    for name in ("version", "Notice", "Weight", "Encoding"):
        if hasattr(top, name):
            delattr(top, name)
    return font


AXES = [("wght", 400, 400, 900, "Weight")]


def variable_glyf():
    names = [".notdef", "a", "b", "c"]
    font = builder(names, True, "SmallVariable")
    glyphs = {}
    for name, size in zip(names, [0, *SIZES.values()]):
        pen = TTGlyphPen(None)
        if size:
            draw(pen, size)
        glyphs[name] = pen.glyph()
    font.setupGlyf(glyphs)
    font.setupFvar(AXES, [])
    grown = TupleVariation({"wght": (0, 1, 1)}, [(0, 0), (300, 0), (300, 300), (0, 300), (0, 0), (500, 0), (0, 0), (0, 0)])
    font.setupGvar({name: [grown] for name in names[1:]})
    return font


def variable_cff2():
    names = [".notdef", "a", "b", "c"]
    font = builder(names, False, "SmallVariableCFF")
    grown = [300, 300, -300, 3, "blend"]  # at the axis' end
    strings = {name: T2CharString(program=[100, "hmoveto", size, size, -size, *grown, "hlineto"]) for name, size in zip(names[1:], SIZES.values())}
    strings[names[0]] = T2CharString(program=[])
    font.setupFvar(AXES, [])
    font.setupCFF2(strings, regions=[{"wght": (0, 1, 1)}])
    return font


for name, make in (("cid_keyed", cid_keyed), ("variable_glyf", variable_glyf), ("variable_cff2", variable_cff2)):
    built = make()
    built.font["head"].created = built.font["head"].modified = 3786912000  # so that the bytes are the same each time
    built.font.recalcTimestamp = False
    out = io.BytesIO()
    built.save(out)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".base64"), "wb") as file:
        file.write(base64.encodebytes(out.getvalue()))
