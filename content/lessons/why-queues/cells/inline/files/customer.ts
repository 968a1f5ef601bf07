const started = Date.now();
console.log('Ada presses "Place order"');

const answer = await fetch('http://localhost:8080/order', { method: 'POST' });

console.log(`Ada reads "${await answer.text()}" after ${Date.now() - started} ms`);
