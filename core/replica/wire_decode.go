package replica

import (
	"slices"
	"sync"
)

// wireFields in the order of the canonical form.
var wireFields = []string{
	"id", "kind", "who", "at", "key", "accounts", "message", "target", "same",
	"channel", "direction", "disposition", "by_hand", "done", "copied", "by", "verdict", "reason",
	"until", "starts", "base", "version", "months", "extra", "sealed",
}

// masks of wireFields, made at the first event: programs that read none are without.
var masks struct {
	sync.Once
	needed uint64 // in every event that a device wrote
	sealed uint64 // those of them that one lacks which a server wrote itself
}

func makeMasks() {
	masks.needed = Mask(wireFields, "id", "kind", "at", "key", "sealed")
	masks.sealed = Mask(wireFields, "key", "sealed")
}

// ReadWire reads one event from a device, and holds it to its limits and to what
// its kind needs. The reader's error, if there is one, is in its Err; where it
// is not Malformed, Back and Skip pass the event over.
func ReadWire(r *WireReader) Wire { return readWire(r, false) }

// ReadServed is ReadWire for what a server sends: it may have written an event
// itself, which then has no key and no sealed body.
func ReadServed(r *WireReader) Wire { return readWire(r, true) }

func readWire(r *WireReader, served bool) (w Wire) {
	masks.Do(makeMasks)
	from := r.At()
	seen := r.Object(wireFields, func(field int) { w.read(r, field) })
	if r.Err != nil {
		return w
	}
	if r.at-from > MaxEvent {
		r.Fail(TooLarge)
	}
	if missing := masks.needed &^ seen; missing != 0 && !(served && missing == masks.sealed) {
		r.Fail(MissingField)
	}
	if code := w.Problem(); code != "" {
		r.Fail(code)
	}
	return w
}

func (w *Wire) read(r *WireReader, field int) {
	switch wireFields[field] {
	case "id":
		w.ID = r.Tag()
	case "kind":
		w.Kind = r.Word()
	case "who":
		w.Who = r.tags(MaxWho)
	case "at":
		w.At = r.moment()
	case "key":
		w.Key = r.Tag()
	case "accounts":
		w.Accounts = r.tags(MaxWho)
	case "message":
		w.Message = r.Tag()
	case "target":
		w.Target = r.Tag()
	case "same":
		w.Same = r.Tag()
	case "channel":
		w.Channel = r.Word()
	case "direction":
		w.Direction = r.Word()
	case "disposition":
		w.Disposition = r.Word()
	case "by_hand":
		w.ByHand = r.True()
	case "done":
		w.Done = r.True()
	case "copied":
		w.Copied = r.True()
	case "by":
		w.By = r.Word()
	case "verdict":
		w.Verdict = r.Word()
	case "reason":
		w.Reason = r.Word()
	case "until":
		w.Until = r.moment()
	case "starts":
		w.Starts = r.moment()
	case "base":
		w.Base = r.tags(MaxBase)
	case "version":
		w.Version = r.Whole(0, biggestWhole)
	case "months":
		w.Months = r.Whole(0, MaxMonths)
	case "extra":
		w.Extra = r.Base64(0, MaxExtra)
	case "sealed":
		w.Sealed = r.Base64(minSealed, MaxEvent)
	}
}

func (r *WireReader) moment() int64 { return r.Whole(firstMoment, lastMoment) }

func (r *WireReader) tags(most int) []string {
	var out []string
	r.Array(most, func() {
		tag := r.Tag()
		if slices.Contains(out, tag) {
			r.Fail(DoubleField)
		}
		out = append(out, tag)
	})
	return out
}

// Tag reads 22 characters of base64url that stand for 16 bytes.
func (r *WireReader) Tag() string {
	text := r.Base64(TagSize, TagSize)
	if text == "" {
		return ""
	}
	switch text[TagSize-1] {
	case 'A', 'Q', 'g', 'w': // the last has two bits; others would be a second spelling
		return text
	}
	r.Fail(WrongText)
	return ""
}

// Base64 reads base64url without padding, between least and most characters.
func (r *WireReader) Base64(least, most int) string {
	text := r.Plain(most)
	if r.Err != nil {
		return ""
	}
	if len(text) < least || len(text)%4 == 1 {
		r.Fail(WrongLength)
		return ""
	}
	for i := range len(text) {
		if !base64url[text[i]] {
			r.Fail(WrongText)
			return ""
		}
	}
	return text
}

var base64url = func() (set [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
		set[c] = true
	}
	return set
}()

// Word reads a word of lower-case letters and hyphens.
func (r *WireReader) Word() string {
	text := r.Plain(MaxWord)
	if r.Err != nil {
		return ""
	}
	if len(text) == 0 {
		r.Fail(WrongLength)
		return ""
	}
	for i := range len(text) {
		if c := text[i]; (c < 'a' || c > 'z') && c != '-' {
			r.Fail(WrongText)
			return ""
		}
	}
	return text
}
