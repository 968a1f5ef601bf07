for (const port of [8081, 8082]) {
  const started = Date.now();
  const answer = await fetch(`http://localhost:${port}/order`, { method: 'POST' });
  console.log(`Ada reads "${await answer.text()}" after ${Date.now() - started} ms`);
}
