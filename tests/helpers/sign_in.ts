/** Signs somebody in whom `personOf` made, as a browser does. @returns the cookies to send from then on */
export async function signIn(address: string, email: string): Promise<string> {
  const form = await fetch(`${address}/login`)
  const [, token] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(await form.text()) ?? []
  const answer = await fetch(`${address}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(form) },
    body: new URLSearchParams({ email, password: 'correct horse', _csrf: token }),
  })
  return cookiesOf(answer)
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
