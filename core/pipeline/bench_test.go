package pipeline

import (
	"context"
	"io"
	"testing"

	"cleanbreak/core/pipeline/sample"
)

// BenchmarkTriage judges an export of deals; BenchmarkRows only reads it.
func BenchmarkTriage(b *testing.B) {
	b.ReportAllocs()
	src := Source{Name: "deals.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(sample.NewDeals(b.N, now)), nil }}
	run, err := New([]Source{src}, options())
	if err != nil {
		b.Fatal(err)
	}
	w := NewWriter(io.Discard, "csv")
	b.ResetTimer()
	if err := run.Run(context.Background(), w.Line, nil); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkRows(b *testing.B) {
	r := newRows(sample.NewDeals(b.N, now), ',')
	for {
		if _, err := r.row(); err == io.EOF {
			return
		}
	}
}
