/// The library's face: what a Swift program needs to look up names, place events and draw maps.
@_exported public import MapPipeline
