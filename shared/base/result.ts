/** An expected refusal is a value, not an exception. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success with its value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** What a success is good for; a failure stays what it is. */
export function mapOk<Value, Made, Failure>(
  result: Result<Value, Failure>,
  make: (value: Value) => Made,
): Result<Made, Failure> {
  return result.ok ? ok(make(result.value)) : result;
}

/** A failure with its reason. */
export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}
