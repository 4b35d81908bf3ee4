const email = document.querySelector('.step-email');
const password = document.querySelector('.step-password');
const message = document.querySelector('.login-message');

async function send(step) {
  const body = new FormData();
  body.set('email', document.querySelector('#email').value);
  if (step === 'password') body.set('password', document.querySelector('#password').value);
  const response = await fetch('/api-module/auth/login', { method: 'POST', body });
  return response.json();
}

document.querySelector('#btn-next-login').addEventListener('click', async () => {
  const reply = await send('email');
  message.textContent = reply.status === 'success' ? '' : reply.messages.join(' ');
  if (reply.status !== 'success') return;
  email.hidden = true;
  password.hidden = false;
  document.querySelector('#password').focus();
});

document.querySelector('#btn-enter-login').addEventListener('click', async () => {
  const reply = await send('password');
  message.textContent = reply.messages.join(' ');
  if (reply.goto) window.top.location.href = reply.goto.local;
});

document.querySelector('#login').addEventListener('submit', (event) => event.preventDefault());
