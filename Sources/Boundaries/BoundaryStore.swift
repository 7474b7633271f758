// Areas and border lines, keyed by place id.
