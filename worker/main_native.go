//go:build !js

package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"

	"cleanbreak/worker/local"
)

// main serves the Worker natively, for trying it out; in production it runs in
// workerd.
func main() {
	address := flag.String("address", "127.0.0.1:8787", "where to listen")
	folder := flag.String("folder", "", "where the teams' files are; none keeps them in memory")
	flag.Parse()
	server, err := local.New(config(os.Getenv), *folder)
	if err == nil {
		fmt.Fprintln(os.Stderr, "serving http://"+*address+"/v1/health")
		err = http.ListenAndServe(*address, server)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
