// A wallet of the shape that @nktkas/hyperliquid takes: an address and signTypedData (EIP-712), from a plain private key.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { getPublicKey, signAsync } from "@noble/secp256k1";

const DOMAIN_FIELDS = ["name", "version", "chainId", "verifyingContract"];

export function walletOf(privateKeyHex) {
  const key = hexToBytes(privateKeyHex);
  const point = getPublicKey(key, false);
  const address = `0x${bytesToHex(keccak_256(point.slice(1)).slice(12))}`;
  return {
    address,
    // one parameter: the library tells wallets apart by their number
    async signTypedData(request) {
      const recovered = await signAsync(digest(request), key, { prehash: false, format: "recovered" });
      const v = recovered[0] === 0 ? "1b" : "1c";
      return `0x${bytesToHex(recovered.slice(1))}${v}`;
    },
  };
}

function digest({ domain, types, primaryType, message }) {
  const domainFields = types.EIP712Domain.filter((field) => DOMAIN_FIELDS.includes(field.name));
  return keccak_256(
    concatBytes(
      new Uint8Array([0x19, 0x01]),
      hashStruct("EIP712Domain", domainFields, domain),
      hashStruct(primaryType, types[primaryType], message),
    ),
  );
}

// Every type that is signed on this venue is flat, so there are no nested types to encode.
function hashStruct(name, fields, values) {
  const signature = `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(",")})`;
  const encoded = fields.map((field) => encode(field.type, values[field.name]));
  return keccak_256(concatBytes(keccak_256(utf8ToBytes(signature)), ...encoded));
}

function encode(type, value) {
  switch (type) {
    case "string":
      return keccak_256(utf8ToBytes(value));
    case "address":
      return word(BigInt(value));
    case "bytes32":
      return hexToBytes(value.slice(2));
    case "bool":
      return word(value ? 1n : 0n);
    case "uint64":
    case "uint256":
      return word(BigInt(value));
    default:
      throw new Error(`no encoding for ${type}`);
  }
}

function word(number) {
  return hexToBytes(number.toString(16).padStart(64, "0"));
}
