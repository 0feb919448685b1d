//go:build !js

package main

import (
	"fmt"
	"net/http"
	"os"
)

// main serves the same handler natively, for trying it out.
func main() {
	const address = "127.0.0.1:8787"
	fmt.Fprintln(os.Stderr, "serving http://"+address+"/v1/health")
	fmt.Fprintln(os.Stderr, http.ListenAndServe(address, handler()))
	os.Exit(1)
}
