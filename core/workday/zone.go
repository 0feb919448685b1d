package workday

import "time"

// LoadZone finds a time zone by its IANA name ("" is UTC). It is a variable
// because zones are files, and a browser has none: the brain replaces it once,
// at its start, by one that asks the extension for the file.
var LoadZone = time.LoadLocation
