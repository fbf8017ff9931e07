/** The AT port of a modem: bytes out, bytes in. */
export interface ModemPort {
  /** Resolves when the bytes are on their way; rejects when the port is gone. */
  write(bytes: Uint8Array): Promise<void>;
  listen(listener: (bytes: Uint8Array) => void): () => void;
  close(): Promise<void>;
}
