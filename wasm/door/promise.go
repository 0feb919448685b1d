//go:build js && wasm

// Package door is how a Go program in the browser answers JavaScript and waits for
// it. door.d.ts and teamdoor.d.ts in extension/ say what crosses.
package door

import (
	"errors"
	"fmt"
	"syscall/js"
)

// Promised makes a function for JavaScript out of one that may wait. It returns
// a promise and works in a goroutine of its own, because a callback that waits
// would block the browser's event loop. A panic becomes a rejected promise. It is
// not inlined: that is 4 kB for every call a program answers.
//
//go:noinline
func Promised(work func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
			resolve, reject := settle[0], settle[1]
			go func() {
				result, err := guarded(work, args)
				if err != nil {
					reject.Invoke(js.Global().Get("Error").New(err.Error()))
					return
				}
				resolve.Invoke(result)
			}()
			return nil
		})
		defer executor.Release()
		return js.Global().Get("Promise").New(executor)
	})
}

func guarded(work func([]js.Value) (any, error), args []js.Value) (result any, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("this is a fault of Clean Break itself (%v); nothing was recorded, try again", problem)
		}
	}()
	return work(args)
}

// Await waits for a promise, in a goroutine that JavaScript did not call.
func Await(promise js.Value) (js.Value, error) { return Begun(promise)() }

// Begun listens to a promise and gives what waits for it.
func Begun(promise js.Value) func() (js.Value, error) {
	type settled struct {
		value js.Value
		err   error
	}
	done := make(chan settled, 1)
	resolved := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{value: args[0]}
		return nil
	})
	rejected := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{err: errors.New(message(args[0]))}
		return nil
	})
	promise.Call("then", resolved, rejected)
	return func() (js.Value, error) {
		defer resolved.Release()
		defer rejected.Release()
		s := <-done
		return s.value, s.err
	}
}

func message(thrown js.Value) string {
	if thrown.Type() == js.TypeObject {
		if m := thrown.Get("message"); m.Type() == js.TypeString {
			return m.String()
		}
	}
	return thrown.String()
}
