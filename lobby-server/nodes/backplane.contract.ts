import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backplane, NodeName } from './backplane.ts';

const [A, B] = ['node-a' as NodeName, 'node-b' as NodeName];
const MANY = 20;

export type BackplaneUnderTest = {
  /** One more way to the same hub. */
  readonly connect: () => Promise<Backplane>;
  /** Forgets everything. */
  readonly clear: () => Promise<void>;
};

/** [L150] What every backplane does, whatever carries it. */
export function describeBackplane(name: string, { connect, clear }: BackplaneUnderTest): void {
  describe(name, () => {
    let a: Backplane;
    let b: Backplane;

    beforeEach(async () => {
      await clear();
      [a, b] = [await connect(), await connect()];
    });
    afterEach(async () => {
      await a.close();
      await b.close();
    });

    test('[L150] a node is known from its first beat until it leaves', async () => {
      expect(await a.beat(A)).toBe(false);
      expect(await a.beat(A)).toBe(true);
      await a.leave(A);
      expect(await a.beat(A)).toBe(false);
    });

    test('[L150] a name is kept by one node, which every other can find', async () => {
      await a.beat(A);
      expect(await b.homeOf('PVX7Q2')).toBeNull();
      expect(await a.claim('PVX7Q2', A)).toEqual({ home: A, before: null });
      expect(await b.claim('PVX7Q2', B)).toEqual({ home: A, before: A });
      expect(await b.homeOf('PVX7Q2')).toEqual({ node: A, isAlive: true });
      expect(await a.claim('PVX7Q2', A)).toEqual({ home: A, before: A });
    });

    test('[L150] of many that claim a name at once one gets it', async () => {
      const nodes = Array.from({ length: MANY }, (_, at) => `node-${at}` as NodeName);
      for (const node of nodes) await a.beat(node);
      const claims = await Promise.all(
        nodes.map((node, at) => (at % 2 === 0 ? a : b).claim('PVX7Q2', node)),
      );
      expect(new Set(claims.map((claim) => claim?.home)).size).toBe(1);
    });

    test('[L151] the name of a node that left may be claimed', async () => {
      await a.beat(A);
      await a.claim('PVX7Q2', A);
      await a.leave(A);
      expect(await b.homeOf('PVX7Q2')).toEqual({ node: A, isAlive: false });
      expect(await b.claim('PVX7Q2', B)).toEqual({ home: B, before: A });
    });

    test('[L151] so may that of a node which does not listen; its next beat finds out', async () => {
      await a.beat(A);
      await a.claim('PVX7Q2', A);
      expect(await b.claim('PVX7Q2', B, { unheard: A })).toEqual({ home: B, before: A });
      expect(await a.beat(A)).toBe(false);
      expect(await a.keep(A, ['PVX7Q2', 'PVX7Q3'])).toEqual(['PVX7Q2']);
      expect(await b.claim('PVX7Q3', B)).toEqual({ home: A, before: A });
    });

    test('[L150] a name that was released is free, and another cannot release it', async () => {
      await a.beat(A);
      await a.claim('PVX7Q2', A);
      await b.release('PVX7Q2', B, null);
      expect((await b.homeOf('PVX7Q2'))?.node).toBe(A);
      await a.release('PVX7Q2', A, null);
      expect(await b.homeOf('PVX7Q2')).toBeNull();
    });

    test('[L150] a room that has ended is not brought back, and its code is free for another', async () => {
      await a.claim('PVX7Q2', A, { roomId: 'first' });
      await a.release('PVX7Q2', A, 'first');
      expect(await b.claim('PVX7Q2', B, { roomId: 'first' })).toBeNull();
      expect(await b.claim('PVX7Q2', B, { roomId: 'second' })).toEqual({ home: B, before: null });
    });

    test('[L150] all names of a node are confirmed, however many', async () => {
      await a.beat(A);
      const names = Array.from({ length: 450 }, (_, at) => `name-${at}`);
      await b.beat(B);
      await b.claim('name-444', B);
      expect(await a.keep(A, names)).toEqual(['name-444']);
      expect((await b.homeOf('name-449'))?.node).toBe(A);
    });

    test('[L36] what one node offered first is what all agree on', async () => {
      const offers = await Promise.all([a.agree('key', 'first'), b.agree('key', 'second')]);
      expect(new Set(offers).size).toBe(1);
      expect(await b.agree('key', 'third')).toBe(offers[0]);
      expect(await b.agree('other', 'third')).toBe('third');
    });

    test('[L150] text reaches one node or all, in order, and a node that is not there none', async () => {
      const heard: string[] = [];
      await a.listen(A, (text) => heard.push(`a ${text}`));
      await b.listen(B, (text) => heard.push(`b ${text}`));
      expect(await a.publish('nobody' as NodeName, 'lost')).toBe(0);
      expect(await a.publish(B, '1')).toBe(1);
      expect(await a.publish('all', '2')).toBe(2);
      expect(await a.publish(B, '3')).toBe(1);
      await expect.poll(() => heard.filter((text) => text.startsWith('b'))).toHaveLength(3);
      expect(heard.filter((text) => text.startsWith('b'))).toEqual(['b 1', 'b 2', 'b 3']);
      expect(heard.filter((text) => text.startsWith('a'))).toEqual(['a 2']);
    });

    test('[L150] without a way to it every call rejects', async () => {
      await a.close();
      await expect.poll(() => a.isConnected).toBe(false);
      await expect(a.beat(A)).rejects.toThrow();
      await expect(a.claim('PVX7Q2', A)).rejects.toThrow();
      await expect(a.publish('all', 'lost')).rejects.toThrow();
    });
  });
}
