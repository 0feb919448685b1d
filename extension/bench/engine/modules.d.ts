// What the peer is made of. They are installed for the benchmark only, so the
// type check does without them.
declare module "compromise";
declare module "email-reply-parser";
declare module "json-rules-engine";
