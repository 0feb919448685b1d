package api

import (
	"testing"

	"cleanbreak/core/device"
)

// TestARoundOfADeviceIsWithinTheLimits compares what devices send at most with what
// the Worker takes.
func TestARoundOfADeviceIsWithinTheLimits(t *testing.T) {
	if device.MaxEvents > MaxPush {
		t.Errorf("a device sends %d events, and %d are taken", device.MaxEvents, MaxPush)
	}
	if device.MaxBytes > MaxBody {
		t.Errorf("a device sends %d bytes, and %d are taken", device.MaxBytes, MaxBody)
	}
}
