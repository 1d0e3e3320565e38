import { createInterface } from 'node:readline';
import { Forwarder } from './forwarder.ts';
import { missingForNamespaces } from './missing-parts.ts';
import { raiseNamespaces } from './namespaces.ts';

/** A bad network to play with by hand, until Ctrl+D. */
async function main(): Promise<void> {
  const pair = raiseNamespaces();
  const forwarder = await Forwarder.start(pair, Date.now() % 1_000_000);
  try {
    console.log('two machines are up; for each, with the lobby running (npm start):');
    for (const { name, hostAddress } of pair.ends) {
      console.log(
        `  ip netns exec ${name} chromium --no-sandbox --user-data-dir=/tmp/${name}` +
          ` --disable-features=WebRtcHideLocalIpsWithMdns http://${hostAddress}:3000`,
      );
    }
    console.log('the network between them is perfect. Make it worse, for example with:');
    console.log('  set delay 75 jitter 20 loss 5');
    console.log('  back set delay 200');
    console.log('  cut 1000');
    console.log('  counts');
    for await (const line of createInterface(process.stdin)) {
      if (line.trim() !== '') console.log(await forwarder.say(line.trim()));
    }
  } finally {
    await forwarder.stop();
    pair.down();
  }
}

const lacks = missingForNamespaces();
if (lacks.length > 0) {
  console.error(`no bad network can be made here: ${lacks.join(', ')}`);
  process.exitCode = 1;
} else {
  // As Ctrl+D does: the namespaces go away with us.
  process.once('SIGINT', () => process.exit(0));
  await main();
}
