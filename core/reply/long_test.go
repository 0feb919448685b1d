//go:build unix

package reply_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"cleanbreak/core/reply"
)

// TestLongMails gives what could send a reader back and forth. Ten times the
// length may take no more than thirty times as long.
func TestLongMails(t *testing.T) {
	for _, unit := range []string{
		"stop ", "do not ", "not interested not ", "> ", ">", "a@", "@", "On 2026\n", "On 2 Nov 2026 at 10:00\n", "1.", "From: x\n", "-", "-\n", "<div>", "<", "&amp;",
		"please take me off your list ", "ne plus ", "nicht mehr ", "no me ", "wrote:\n", "Best regards\n", "\n", " ", "a", "。", "不要再", "\u200b", "\"", "'", "This e-mail and any. ",
	} {
		short := strings.Repeat(unit, 1<<15/len(unit))
		long := strings.Repeat(unit, 10<<15/len(unit))
		reply.Read(reply.Mail{Text: short})
		one, ten := spent(short), spent(long)
		if ten > 30*one && ten > time.Second {
			t.Errorf("%q: %v for 32 kB, %v for ten times that", unit, one, ten)
		}
	}
}

// spent is the time of the processor that a mail takes, whatever else it does.
func spent(text string) time.Duration {
	var before, after syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	reply.Read(reply.Mail{Text: text})
	syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	return time.Duration(after.Utime.Nano() - before.Utime.Nano())
}
