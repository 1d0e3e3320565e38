// A document in an origin of its own, by the headers that it comes with: the worker that it begins has no
// storage, no cookie and no page of this server. Plain JavaScript, as no module is loaded from such an origin.
addEventListener('message', ({ source, data, ports }) => {
  if (source !== parent || ports.length !== 1) return;
  const url = URL.createObjectURL(new Blob([data.code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.addEventListener('error', () => parent.postMessage('broken', '*'));
  worker.postMessage(data.script, ports);
});
parent.postMessage('ready', '*');
