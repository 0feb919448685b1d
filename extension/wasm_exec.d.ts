// The Go toolchain's own, copied by the build: it puts Go on the global.
export {};
