/**
 * Every key of the format, beside the names of traits: what else a file holds is skipped while it
 * is read. The reader of an object asserts that no key is missing here.
 */
const STADIUM_KEYS: ReadonlySet<string> = new Set(
  `name width height cameraWidth cameraHeight maxViewWidth cameraFollow spawnDistance
  redSpawnPoints blueSpawnPoints canBeStored kickOffReset bg traits trait type kickOffRadius
  cornerRadius goalLine color vertexes segments goals discs planes joints playerPhysics ballPhysics
  x y v0 v1 curve curveF bias vis bCoef cMask cGroup normal dist p0 p1 team pos speed gravity
  radius invMass damping d0 d1 length strength acceleration kickingAcceleration kickingDamping
  kickStrength kickback`.split(/\s+/),
);

/** True for a key that a stadium file can have; others are skipped. */
export function isStadiumKey(key: string): boolean {
  return STADIUM_KEYS.has(key);
}
