//go:build !js && race

package sim

const seeds = 300
