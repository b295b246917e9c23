"""Writes the .zip files that packages are, with the same bytes each time, for python/wheel.py and csharp/nupkg.py."""
import os
import pathlib
import re
import subprocess
import time
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[1]


def version():
    return re.search(r"^project\(nianbao VERSION ([0-9.]+)", (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"), re.M).group(1)


def moment():
    """When the sources were committed, or SOURCE_DATE_EPOCH; a .zip counts from 1980."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        log = subprocess.run(["git", "-C", str(SOURCE), "log", "-1", "--format=%ct"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        told = log.stdout.decode().strip() or "0"
    return time.gmtime(max(int(told), 315532800))[:6]


def write(place, files):
    """Files by their names; whole or not at all. Answers the place."""
    place = pathlib.Path(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    part, at = place.with_suffix(".part"), moment()
    with zipfile.ZipFile(part, "w") as out:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, at)
            entry.create_system = 3
            entry.external_attr = (0o100755 if path.endswith((".so", ".dll")) else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, files[path], compresslevel=6)
    os.replace(part, place)
    return place
