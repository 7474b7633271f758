/// The library's face: what a Swift program needs to look up names, place events and draw maps.
@_exported public import Diagnostics
@_exported public import EDTF
@_exported public import EventIngest
@_exported public import GeoModel
@_exported public import MapPipeline
@_exported public import PlacePack
@_exported public import PlaceResolution
@_exported public import Places
@_exported public import TabularText
