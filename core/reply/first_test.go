package reply

import "testing"

func BenchmarkFirst(b *testing.B) {
	layFoldings()
	b.ReportAllocs()
	for b.Loop() {
		r := reader{text: compiled}
		r.dictionary()
	}
}
