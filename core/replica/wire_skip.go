package replica

// Skip reads any one value and keeps nothing of it.
func (r *WireReader) Skip() { r.skip(deepest) }

func (r *WireReader) skip(depth int) {
	if depth == 0 {
		r.Fail(Malformed)
		return
	}
	switch c := r.peek(); c {
	case '{':
		r.skipObject(depth)
	case '[':
		r.Array(len(r.data), func() { r.skip(depth - 1) })
	case '"':
		r.Text(len(r.data))
	case 't':
		r.literal("true")
	case 'f':
		r.literal("false")
	case 'n':
		r.literal("null")
	default:
		r.skipNumber()
	}
}

func (r *WireReader) skipObject(depth int) {
	r.at++
	if r.peek() == '}' {
		r.at++
		return
	}
	for r.Err == nil {
		if r.peek() != '"' {
			r.Fail(Malformed)
			return
		}
		r.Text(len(r.data))
		if !r.expect(':', Malformed) {
			return
		}
		r.skip(depth - 1)
		if r.peek() == '}' {
			r.at++
			return
		}
		r.expect(',', Malformed)
	}
}

// skipNumber reads a number as JSON has it: sign, digits, fraction, exponent.
func (r *WireReader) skipNumber() {
	if r.peek() == '-' {
		r.at++
	}
	from := r.at
	if n := r.digits(); n == 0 || (n > 1 && r.data[from] == '0') {
		r.Fail(Malformed)
		return
	}
	if r.at < len(r.data) && r.data[r.at] == '.' {
		r.at++
		if r.digits() == 0 {
			r.Fail(Malformed)
		}
	}
	if r.at < len(r.data) && r.data[r.at]|0x20 == 'e' {
		r.at++
		if r.at < len(r.data) && (r.data[r.at] == '+' || r.data[r.at] == '-') {
			r.at++
		}
		if r.digits() == 0 {
			r.Fail(Malformed)
		}
	}
}

func (r *WireReader) digits() int {
	from := r.at
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	return r.at - from
}
