//go:build js && wasm

package main

// groupWords name what a curve is of.
var groupWords = map[string]string{
	"all": "everybody", "motion cold": "cold", "motion inbound": "came to you", "motion engaged": "have answered before", "motion proposal": "have a proposal",
	"segment top tier": "the most valuable deals", "segment middle tier": "deals of middling value", "segment bottom tier": "the smallest deals",
}
