package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.Answer;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.api.VideoApi;
import io.videogen.core.http.HttpReply;
import io.videogen.core.reply.Meaning;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.request.VideoRequest;

/** Lets an API say what its replies mean, before they are judged. */
record Meanings(VideoApi api, ReplyReader reader) {

    /** @throws VideogenException of kind {@code BAD_REPLY} if the reply is not JSON */
    Answer answer(Question question, VideoRequest request, HttpReply reply) {
        return new Answer(question, request, reply, reader.parse(reply.body()));
    }

    /** @throws VideogenException as {@link #answer} */
    Meaning of(Question question, VideoRequest request, HttpReply reply) {
        return api.meaning(answer(question, request, reply));
    }

    /** The error in a reply, as the API means it. */
    RemoteError error(Question question, VideoRequest request, HttpReply reply) {
        try {
            return reader.error(of(question, request, reply).json());
        } catch (VideogenException e) {
            return reader.error(reply.body());
        }
    }

    boolean isBlank(HttpReply reply) {
        for (byte b : reply.body()) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }
}
