// An office's provider of identities, as it speaks OpenID Connect: identity_provider.mjs PORT REDIRECT-ADDRESS
// Whoever types a name is that person, whatever the password; their address is NAME@example.org, and of a name that
// begins with "unconfirmed" the provider does not vouch for it.

import Provider from "oidc-provider";

const [port, redirect] = process.argv.slice(2);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: "portal",
      client_secret: "a-secret-of-the-tests",
      redirect_uris: [redirect],
      require_auth_time: true,
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  pkce: { required: () => true },
  cookies: { keys: ["a-key-of-the-tests"] },
  findAccount: (_context, name) => ({
    accountId: name,
    claims: () => {
      const [person, address = person] = name.split("~");
      return {
        sub: person,
        name: person,
        email: `${address}@example.org`,
        email_verified: !address.startsWith("unconfirmed"),
      };
    },
  }),
});

provider.listen(Number(port), "127.0.0.1");
