//go:build js && wasm

package door

import (
	"encoding/base64"
	"encoding/json"
	"syscall/js"
)

// What crosses as JSON, both ways.

// JSON answers a call with a result as JSON.
func JSON(result any, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(result)
	return string(data), err
}

// Given is Promised for a call whose first argument is JSON; more are the others.
func Given[T any](answer func(given T, more []js.Value) (any, error)) js.Func {
	return Promised(func(args []js.Value) (any, error) {
		var given T
		if err := json.Unmarshal([]byte(args[0].String()), &given); err != nil {
			return nil, err
		}
		return answer(given, args[1:])
	})
}

// Get calls a method of the host, which answers with JSON.
func Get[T any](host js.Value, method string) (out T, err error) {
	text, err := Text(host, method)
	if err == nil {
		err = read(text, &out)
	}
	return out, err
}

// Ask calls a method of the host with one thing as JSON, and reads its JSON answer.
func Ask[T any](host js.Value, method string, asked any) (out T, err error) {
	data, err := json.Marshal(asked)
	if err != nil {
		return out, err
	}
	text, err := Text(host, method, string(data))
	if err == nil {
		err = read(text, &out)
	}
	return out, err
}

// read reads what the host answered; "" is nothing.
func read(text string, into any) error {
	if text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), into)
}

// Text calls a method of the host, which answers with a text.
func Text(host js.Value, method string, args ...any) (string, error) {
	v, err := Await(host.Call(method, args...))
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

// Send calls a method of the host with one thing as JSON, and gives what waits
// until it is done.
func Send(host js.Value, method string, v any) func() error {
	data, err := json.Marshal(v)
	if err != nil {
		return func() error { return err }
	}
	settled := Begun(host.Call(method, string(data)))
	return func() error {
		_, err := settled()
		return err
	}
}

// Key asks the host for the index key of this device.
func Key(host js.Value) ([]byte, error) {
	text, err := Text(host, "key")
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}
