package device

import "time"

// Backoff gives how long to wait after so many failures in a row (1 or more),
// and a random number from 0 to 1: half to all of 5 seconds, doubled with every
// failure up to a quarter of an hour. A server that says when gets its wish, up
// to an hour.
func Backoff(failures int, random float64, a Answer) time.Duration {
	const first, longest = 5 * time.Second, 15 * time.Minute
	wait := longest
	if doubled := max(failures, 1) - 1; doubled < 8 {
		wait = min(first<<doubled, longest)
	}
	wait = wait/2 + time.Duration(random*float64(wait/2))
	return max(wait, min(time.Duration(a.RetryAfter)*time.Second, time.Hour))
}
