//go:build !js && !race

package sim

const seeds = 10_000
