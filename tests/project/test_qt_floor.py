"""The program names nothing of Qt that the oldest PySide6 it runs on has not got."""

import ast

from tests.project.source import MODULES, named, nodes
from viewer.platform.versions import FLOOR

NEWER = """
accessibleIdentifier addApplicationEmojiFontFamily addDuration applicationEmojiFontFamilies
autoConnectPolicy autoConnectPolicyChanged beginFilterChange brushOriginF cancelChain
capabilitiesChanged contendedTryLockForRead contendedTryLockForWrite contendedUnlock
contrastPreference contrastPreferenceChanged createUuidV7 defaultValue dockLocation
endFilterChange enumerateAdapters flagsChanged fontFeatures fontVariableAxes
fromDurationAheadOfUtc fromFile fromValue glyphCount glyphName handleEditorEvent hasDepthClamp
horizontalSizeConstraint instanceExists intervalAsDuration isAddResultsIfCanceledEnabled
isCachingEnabled isContendedLockForRead isOther isPreviewColumnVisible isQmlExposed isVirtual
keyboardSearchFlags labelDrawingMode lastInputSeat lastInputSerial maxConcurrentStreams
menuSelectionWraps mouseDown nameView noDebug nullTerminate nullTerminated outputCondition
outputConditionIdentifier outputIntent outputProfile printerSelectionOption qInfo
readRawInnerData registryName remainingTimeAsDuration removeApplicationEmojiFontFamily
renameOverwrite resetRoleNames roleNamesChanged safeAreaMargins safeAreaMarginsChanged
serviceLevel setAccessibleIdentifier setAddResultsIfCanceledEnabled
setApplicationEmojiFontFamilies setAuthor setAutoConnectPolicy setCachingEnabled
setDateTimeValue setDepthClamp setDockLocation setFontFeatures setFontVariableAxes
setHorizontalSizeConstraint setKeyboardSearchFlags setLabelDrawingMode setMaxConcurrentStreams
setMaximumValue setMinimumValue setOutputCondition setOutputConditionIdentifier setOutputIntent
setOutputProfile setPreviewColumnVisible setPrinterSelectionOption setQueueSubmitParams
setRegistryName setRoleNames setServiceLevel setShadingRate setSizeConstraints
setStopWritingOnError setSupportedDragActions setTag setTcpKeepAliveIdleTimeBeforeProbes
setTcpKeepAliveIntervalBetweenProbes setTcpKeepAliveProbeCount setUpdateThreshold
setVerticalSizeConstraint showMessageAndExit staleLockTimeAsDuration stopWritingOnError
supportedShadingRates supportsMoveToTrash tcpKeepAliveIdleTimeBeforeProbes
tcpKeepAliveIntervalBetweenProbes tcpKeepAliveProbeCount toAxes toObjectList toStringView
transferTimeoutAsDuration tryLockForReadInternal tryLockForWriteInternal updateThreshold
variableAxes verticalSizeConstraint widgetAdded
"""
"""What classes of Qt have in PySide6 6.11.3 and not in 6.8.0.2: all that `dir` says of them."""


def test_nothing_newer_than_the_oldest_qt_is_named_without_asking_for_it() -> None:
    """What a module asks for, by `hasattr` or `getattr`, stands there as a string."""
    assert FLOOR == "6.8.0.2"  # another floor needs another list
    newer = frozenset(NEWER.split())
    assert [
        f"{named(module)}:{node.lineno} {node.attr}"
        for module in MODULES
        for node in nodes(module, ast.Attribute)
        if node.attr in newer
        and node.attr not in {one.value for one in nodes(module, ast.Constant)}
    ] == []
