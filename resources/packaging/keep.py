"""What a bundle keeps of each part: by far the most of Qt, numpy and Python is never asked for.

A rule is a pattern of `fnmatch` over the path below `site-packages`, or below Python's library. A
library of Qt is kept where something kept needs it, whether or not a rule names it.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

QT_MODULES = (
    *("QtCore", "QtGui", "QtWidgets", "QtDBus", "QtNetwork", "QtPrintSupport"),
    *("QtOpenGL", "QtOpenGLWidgets", "QtSvg"),
)
"""Of the second row pyqtgraph has need; of the first the program."""
QT_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqgif.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "platforminputcontexts/libcompose*.so",
    "platforminputcontexts/libibus*.so",
    "platforms/libqminimal.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland*.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/*.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/*.so",
)
QT = (
    "PySide6/*.py",
    *(f"PySide6/{name}.abi3.so" for name in QT_MODULES),
    "PySide6/libpyside6.abi3.so.*",
    *(f"PySide6/Qt/plugins/{one}" for one in QT_PLUGINS),
    "PySide6/Qt/translations/qtbase_zh_CN.qm",
    "PySide6/Qt/translations/qtbase_en.qm",
)
QT_FOLDER, QT_LIBRARIES = "PySide6/", "PySide6/Qt/lib/"

DROPPED = (
    "*.pyi",
    "*/py.typed",
    "*/__pycache__/*",
    "*.dist-info/RECORD",
    "*.dist-info/direct_url.json",
    "*.dist-info/sboms/*",
    "PIL/_avif*",
    "PIL/_imagingtk*",
    "lxml/*.h",
    "lxml/*.pxd",
    "lxml/*.pyx",
    "lxml/includes/*",
    "lxml/isoschematron/*",
    "lxml/objectify.*.so",
    "numpy/*/tests/*",
    "numpy/_core/include/*",
    "numpy/_core/lib/*",
    "numpy/distutils/*",
    "numpy/f2py/*",
    "numpy/tests/*",
    "numpy/random/lib/*",
    "numpy/random/*.pxd",
    "numpy/*.pxd",
    "pillow.libs/libavif*",
    "pyqtgraph/examples/*",
    "shiboken6_generator/*",
)
"""Of the other parts: what only a compiler, a type checker or a developer of theirs uses."""

PYTHON_DROPPED = (
    "__pycache__/*",
    "*/__pycache__/*",
    "config-*/*",
    "ensurepip/*",
    "idlelib/*",
    "lib2to3/*",
    "lib-dynload/_codecs_iso2022*",
    "lib-dynload/_crypt*",
    "lib-dynload/_ctypes_test*",
    "lib-dynload/_dbm*",
    "lib-dynload/_sqlite3*",
    "lib-dynload/_test*",
    "lib-dynload/_tkinter*",
    "lib-dynload/_xxtestfuzz*",
    "lib-dynload/nis*",
    "lib-dynload/ossaudiodev*",
    "lib-dynload/readline*",
    "lib-dynload/xxlimited*",
    "pydoc_data/*",
    "site-packages/*",
    "sqlite3/*",
    "test/*",
    "tkinter/*",
    "turtledemo/*",
    "turtle.py",
    "unittest/test/*",
)


def is_kept(path: str) -> bool:
    """Whether a file of a wheel goes into the bundle; libraries of Qt are decided by need."""
    if path.startswith(QT_FOLDER):
        depth = path.count("/")
        return any(depth == rule.count("/") and fnmatchcase(path, rule) for rule in QT)
    return not any(fnmatchcase(path, rule) for rule in DROPPED)


def is_kept_of_python(path: str) -> bool:
    """Whether a file of Python's library goes into the bundle."""
    return not any(fnmatchcase(path, rule) for rule in PYTHON_DROPPED)
