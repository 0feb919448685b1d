// @ts-check
// Something that is made once and kept until it fails or is lost.

/**
 * @template T
 * @param {() => Promise<T>} make called again when it failed or its result was dropped
 */
export function kept(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  const get = () => {
    if (made) return made;
    const mine = (made = make());
    mine.catch(() => drop(mine));
    return mine;
  };
  /** @param {Promise<T>} [mine] nothing is dropped when there is a newer one */
  const drop = (mine = made) => {
    if (made === mine) made = undefined;
  };
  return { get, drop };
}
