/** Makes something of an object the first time that it is asked for, for as long as the object lives. */
export function once(make) {
  const made = new WeakMap();
  return (object) => {
    let result = made.get(object);
    if (result === undefined) {
      result = make(object);
      made.set(object, result);
    }
    return result;
  };
}
