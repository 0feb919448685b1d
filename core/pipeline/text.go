package pipeline

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// plain gives a file's text as bytes, without its mark and, of UTF-16, as UTF-8.
// What is not UTF-8 is left as it is: each cell is then read as Windows-1252 by
// itself, see [text].
func plain(in io.Reader) *bufio.Reader {
	buffered := bufio.NewReaderSize(in, 1<<16)
	head, _ := buffered.Peek(4)
	switch order, marked := utf16Order(head); {
	case marked, order != nil:
		policy := unicode.IgnoreBOM
		if marked {
			policy = unicode.ExpectBOM
		}
		return bufio.NewReaderSize(transform.NewReader(buffered, unicode.UTF16(*order, policy).NewDecoder()), 1<<16)
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = buffered.Discard(3)
	}
	return buffered
}

// skip leaves so many bytes of a file's text out.
func skip(b *bufio.Reader, n int64) error {
	_, err := io.CopyN(io.Discard, b, n)
	return err
}

var little, big = unicode.LittleEndian, unicode.BigEndian

// utf16Order tells UTF-16 by its mark, or, as headers begin with ASCII letters, by
// every second byte being zero. nil is some other encoding.
func utf16Order(head []byte) (order *unicode.Endianness, marked bool) {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return &little, true
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return &big, true
	case len(head) == 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0:
		return &little, false
	case len(head) == 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0:
		return &big, false
	}
	return nil, false
}

// text is a cell as UTF-8, without blanks around it. Bytes that are none are read
// as Windows-1252, as older spreadsheets write them.
func text(cell []byte) []byte {
	cell = bytes.TrimSpace(cell)
	if utf8.Valid(cell) {
		return cell
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(cell)
	if err != nil {
		return bytes.ToValidUTF8(cell, []byte("\uFFFD"))
	}
	return decoded
}
