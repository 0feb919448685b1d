// Command zones unpacks the Go toolchain's time zones into a folder, a file a
// zone, for the extension to read one by one. Embedding them all (time/tzdata)
// would make the brain half a megabyte larger, and it uses one or two.
//
//	zones $(go env GOROOT)/lib/time/zoneinfo.zip OUT
package main

import (
	"archive/zip"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: zones ZONEINFO.ZIP OUT")
		os.Exit(2)
	}
	if err := unpack(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "zones:", err)
		os.Exit(1)
	}
}

func unpack(archive, out string) error {
	zones, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer zones.Close()
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.CopyFS(out, zones)
}
