// Passkeys: the browser asks the device, the form carries its answer. Data come in a block of JSON, never as a script.

const toBytes = (text) => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};
const toText = (buffer) => {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const withBytes = (listed) => (listed ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

async function create(options, passwordless) {
  const given = options.publicKey;
  const selection = { ...given.authenticatorSelection };
  selection.residentKey = passwordless ? "required" : "discouraged";
  selection.requireResidentKey = passwordless;
  if (passwordless) selection.userVerification = "required";
  const made = await navigator.credentials.create({
    publicKey: {
      ...given,
      challenge: toBytes(given.challenge),
      user: { ...given.user, id: toBytes(given.user.id) },
      excludeCredentials: withBytes(given.excludeCredentials),
      authenticatorSelection: selection,
    },
  });
  return answer(made, {
    clientDataJSON: toText(made.response.clientDataJSON),
    attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const given = options.publicKey;
  const used = await navigator.credentials.get({
    publicKey: {
      ...given,
      challenge: toBytes(given.challenge),
      allowCredentials: withBytes(given.allowCredentials),
    },
  });
  const { userHandle } = used.response;
  return answer(used, {
    clientDataJSON: toText(used.response.clientDataJSON),
    authenticatorData: toText(used.response.authenticatorData),
    signature: toText(used.response.signature),
    userHandle: userHandle ? toText(userHandle) : null,
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
});

async function optionsOf(form) {
  const given = document.getElementById(form.dataset.options);
  if (given)
    return JSON.parse(given.textContent)[`${form.dataset.passkey === "create" ? "creation" : "request"}_options`];
  const response = await fetch(form.action, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()).request_options;
}

function tell(form, why) {
  const place = form.querySelector("[data-passkey-trouble]");
  place.textContent = place.dataset[why];
  place.hidden = false;
  form.querySelector("[type=submit]").disabled = false;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (!window.PublicKeyCredential) return tell(form, "unsupported");
    form.querySelector("[type=submit]").disabled = true;
    try {
      const options = await optionsOf(form);
      const credential =
        form.dataset.passkey === "create"
          ? await create(options, form.elements.passwordless?.checked ?? false)
          : await get(options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      tell(form, error.name === "SecurityError" ? "unsupported" : "failed");
    }
  });
}
