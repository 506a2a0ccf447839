import type { APIAttachment } from 'discord-api-types/v10';
import type { AttachmentOf } from './message-contents.js';
import type { RestRequest, UploadedFile } from './rest-route.js';
import type { World, WorldChannel } from './world.js';

/** Keeps a file, to be fetched from the address that its attachment has. */
export function keepFile({ ids, files }: World, channel: WorldChannel, file: UploadedFile): APIAttachment {
  const id = ids.next();
  const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`;
  const url = `${files.base}${path}`;
  files.kept.set(path, file);
  return {
    id,
    filename: file.name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: file.contentType,
  };
}

/** Looks up the files of a request by the ids that its body gives them. */
export function attachmentsOf(world: World, { files }: RestRequest, channel: WorldChannel): AttachmentOf {
  return (id) => {
    const file = files.get(id);
    return file === undefined ? undefined : keepFile(world, channel, file);
  };
}
