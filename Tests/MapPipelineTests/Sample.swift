import EventIngest
import MapPipeline
import PlacePack
