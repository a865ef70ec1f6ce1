// curl_easy_setopt and its kin are variadic, which Swift cannot call: one door for each kind of argument.
#include <curl/curl.h>

typedef size_t (*swath_curl_data)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode swath_easy_set_text(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_set_number(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_set_size(CURL *h, CURLoption o, curl_off_t v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_set_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_set_function(CURL *h, CURLoption o, swath_curl_data v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_set_list(CURL *h, CURLoption o, struct curl_slist *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode swath_easy_get_number(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode swath_easy_get_size(CURL *h, CURLINFO i, curl_off_t *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode swath_easy_get_pointer(CURL *h, CURLINFO i, void **v) { return curl_easy_getinfo(h, i, v); }
static inline CURLMcode swath_multi_set_number(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }

// The next transfer that ended, or NULL: CURLMsg holds a union, which Swift does not see.
static inline CURL *swath_multi_next_done(CURLM *m, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = curl_multi_info_read(m, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    *result = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}
